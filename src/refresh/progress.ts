/** How far a refresh is: one live line a resource on a terminal, one plain line a resource anywhere else. */
import { clearLine, cursorTo } from 'node:readline';

export interface ProgressLine {
  step(text: string): void;
  done(text: string): void;
  fail(text: string): void;
}

export interface Progress {
  begin(resource: string): ProgressLine;
}

/** Tells nothing. */
export const noProgress: Progress = { begin: () => ({ step() {}, done() {}, fail() {} }) };

/** Lines on a stream, by default the error stream: what the command answers has the other for itself. */
export function progressOn(stream: NodeJS.WriteStream = process.stderr): Progress {
  return {
    begin(resource) {
      const line = (mark: string, text: string): string => `${mark} ${resource.padEnd(22)}  ${text}`;
      const live = (text: string): void => {
        if (!stream.isTTY) return;
        clearLine(stream, 0);
        cursorTo(stream, 0);
        stream.write(text.slice(0, stream.columns - 1));
      };
      const end = (text: string): void => {
        live('');
        stream.write(`${text}\n`);
      };
      live(line('…', ''));
      return {
        step: (text) => live(line('…', text)),
        done: (text) => end(line(' ', text)),
        fail: (text) => end(line('!', text)),
      };
    },
  };
}
