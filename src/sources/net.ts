/**
 * The network as a guest uses it: one request at a time to a host, a pause between them, robots.txt obeyed, nothing
 * waited for longer than agreed. Everything that asks other people's servers goes through here.
 */
import robotsParser from 'robots-parser';

/** What we call ourselves to other people's servers, and where they can read what we do. */
const ROBOT = 'Tiopunkten-kallkoll';

export interface NetSettings {
	/** Milliseconds between two requests to one host. */
	readonly pause: number;
	/** Milliseconds before a request is given up. */
	readonly timeout: number;
	/** Where our robot is described, told in every request. */
	readonly about: string;
}

/** How much of a page is read: enough for its title and first heading. */
const READ_LIMIT = 64 * 1024;
/** How many redirects to a robots.txt are followed (RFC 9309). */
const ROBOTS_REDIRECTS = 5;
/** However slow a host asks us to be, this is the longest we wait between two of its pages. */
const MAX_CRAWL_DELAY = 30_000;

export interface Reply {
	readonly status: number;
	readonly headers: Headers;
	/** The beginning of the body of a page of text; empty for HEAD and for other kinds of files. */
	readonly text: string;
}

/** Why nobody answered: the code of the fault in the network. */
export class NoReply extends Error {
	readonly code: string;
	constructor(code: string, cause: unknown) {
		super(code, { cause });
		this.code = code;
	}
}

export interface Net {
	/** Milliseconds between two requests to one host; waits before new attempts are counted in it. */
	readonly pause: number;
	/** One request, without following redirects. @throws NoReply */
	request(url: string, method: 'HEAD' | 'GET'): Promise<Reply>;
	/** Whether the host lets robots ask for the address. */
	mayAsk(url: string): Promise<boolean>;
	wait(milliseconds: number): Promise<void>;
}

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** The code at the bottom of a failed fetch: ENOTFOUND, CERT_HAS_EXPIRED, TimeoutError … */
function codeOf(error: unknown): string {
	let code = 'UNKNOWN';
	for (let fault = error, depth = 0; fault instanceof Error && depth < 5; fault = fault.cause, depth += 1) {
		const own = (fault as { code?: unknown }).code;
		if (typeof own === 'string') code = own;
		else if (fault.name === 'TimeoutError') code = fault.name;
	}
	return code;
}

async function readStart(response: Response): Promise<string> {
	const reader = response.body?.getReader();
	if (!reader || !/text|html|xml|json/.test(response.headers.get('content-type') ?? '')) {
		await reader?.cancel();
		return '';
	}
	const decoder = new TextDecoder();
	let text = '';
	for (let read = 0; read < READ_LIMIT;) {
		const { done, value } = await reader.read();
		if (done) return text;
		read += value.length;
		text += decoder.decode(value, { stream: true });
	}
	await reader.cancel();
	return text;
}

/** The network with manners. */
export function politeNet({ pause, timeout, about }: NetSettings): Net {
	/** The end of each host's queue. */
	const queues = new Map<string, Promise<unknown>>();
	const delays = new Map<string, number>();
	const robots = new Map<string, Promise<ReturnType<typeof robotsParser> | 'all' | 'none'>>();

	/** Puts a request last in its host's queue. */
	function inTurn<T>(host: string, task: () => Promise<T>): Promise<T> {
		const turn = (queues.get(host) ?? Promise.resolve()).then(task);
		queues.set(
			host,
			turn.then(
				() => sleep(delays.get(host) ?? pause),
				() => sleep(delays.get(host) ?? pause),
			),
		);
		return turn;
	}

	const request: Net['request'] = (url, method) =>
		inTurn(new URL(url).host, async () => {
			try {
				const response = await fetch(url, {
					method,
					redirect: 'manual',
					signal: AbortSignal.timeout(timeout),
					headers: { 'user-agent': `${ROBOT} (+${about})`, accept: 'text/html, */*;q=0.5', 'accept-language': 'sv' },
				});
				return { status: response.status, headers: response.headers, text: await readStart(response) };
			} catch (error) {
				throw new NoReply(codeOf(error), error);
			}
		});

	/** RFC 9309: no file, everything is allowed; a host that fails, nothing is. */
	async function readRobots(origin: string) {
		const address = `${origin}/robots.txt`;
		try {
			let { status, text, headers } = await request(address, 'GET');
			for (let step = 0; status >= 300 && status < 400 && step < ROBOTS_REDIRECTS; step += 1) {
				const next = URL.parse(headers.get('location') ?? '', address);
				if (!next || !/^https?:$/.test(next.protocol)) return 'all';
				({ status, text, headers } = await request(next.href, 'GET'));
			}
			if (status >= 500) return 'none';
			if (status >= 300) return 'all';
			const rules = robotsParser(address, text);
			const delay = rules.getCrawlDelay(ROBOT);
			if (delay) delays.set(new URL(origin).host, Math.min(Math.max(delay * 1000, pause), MAX_CRAWL_DELAY));
			return rules;
		} catch {
			// Nobody is there: the address itself will tell why.
			return 'all';
		}
	}

	return {
		pause,
		request,
		async mayAsk(url) {
			const { origin } = new URL(url);
			let asked = robots.get(origin);
			if (!asked) robots.set(origin, (asked = readRobots(origin)));
			const rules = await asked;
			return typeof rules === 'string' ? rules === 'all' : rules.isAllowed(url, ROBOT) !== false;
		},
		wait: sleep,
	};
}
