/** How far a refresh is: one live line a resource on a terminal, one plain line a resource anywhere else. */
import yoctoSpinner from 'yocto-spinner';

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
      const name = resource.padEnd(22);
      const end = (mark: string, text: string): string => `${mark} ${name}  ${text}\n`;
      if (!stream.isTTY) {
        return {
          step() {},
          done: (text) => void stream.write(end(' ', text)),
          fail: (text) => void stream.write(end('!', text)),
        };
      }
      const spinner = yoctoSpinner({ text: name, stream }).start();
      return {
        step: (text) => {
          spinner.text = `${name}  ${text}`;
        },
        done: (text) => void spinner.success(`${name}  ${text}`),
        fail: (text) => void spinner.error(`${name}  ${text}`),
      };
    },
  };
}
