/** The two folders a desk works in. */
export interface Folders {
  content: string;
  data: string;
}

/** The folders of a command's options, of MTM_CONTENT and MTM_DATA, or `content` and `data`. */
export function foldersFrom(options: Partial<Folders> = {}): Folders {
  return { content: options.content ?? process.env.MTM_CONTENT ?? 'content', data: options.data ?? process.env.MTM_DATA ?? 'data' };
}
