import { z } from 'zod';

/** An address that a reader may be led to: of the web, never code, a file or a mail. */
export const webAddress = z.url({ protocol: /^https?$/, error: 'write an address that begins with https:// or http://' });
