import { createHash } from 'node:crypto';

/** 'sha256:' and the digest in hex, of bytes or of a text's UTF-8. */
export function sha256(content: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
