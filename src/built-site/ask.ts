/** Whether an address on another site is still there. The network is handed in. */
export type Fate = 'alive' | 'dead' | 'unsure';

export interface Asked {
  address: string;
  fate: Fate;
  /** What was answered: '404', 'no answer within 20 s', 'getaddrinfo ENOTFOUND nowhere.example'. */
  answer: string;
}

export interface Asking {
  fetch: typeof fetch;
  userAgent: string;
  /** For one answer, in milliseconds. */
  timeout: number;
  /** How many hosts are asked at a time. One host is asked one thing at a time. */
  hosts: number;
}

/** Answers that don't say whether the page is there: the server won't speak with us, or not now. */
const UNSURE: ReadonlySet<number> = new Set([401, 403, 408, 425, 429, 500, 502, 503, 504]);

/** Asks for each address once, and returns the answers in the order of the addresses. */
export async function askAll(addresses: readonly string[], asking: Asking): Promise<Asked[]> {
  const queues = [...Map.groupBy(addresses, (address) => new URL(address).host).values()];
  const answers = new Map<string, Asked>();
  const work = async (): Promise<void> => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const address of queue) answers.set(address, await ask(address, asking));
    }
  };
  await Promise.all(Array.from({ length: asking.hosts }, work));
  return addresses.flatMap((address) => answers.get(address) ?? []);
}

/** Asks for the head alone. Some servers refuse that, or answer it wrongly: only a GET makes an address dead. */
async function ask(address: string, asking: Asking): Promise<Asked> {
  const head = await request(address, 'HEAD', asking);
  return head.fate === 'alive' ? head : request(address, 'GET', asking);
}

async function request(address: string, method: 'HEAD' | 'GET', { fetch, userAgent, timeout }: Asking): Promise<Asked> {
  try {
    const response = await fetch(address, {
      method,
      headers: { 'user-agent': userAgent, accept: '*/*' },
      signal: AbortSignal.timeout(timeout),
    });
    await response.body?.cancel();
    const { ok, status } = response;
    return { address, fate: ok ? 'alive' : UNSURE.has(status) ? 'unsure' : 'dead', answer: String(status) };
  } catch (fault) {
    const { name, message, cause } = fault as Error & { cause?: Error };
    if (name === 'TimeoutError') return { address, fate: 'unsure', answer: `no answer within ${timeout / 1000} s` };
    return { address, fate: 'dead', answer: cause?.message ?? message };
  }
}
