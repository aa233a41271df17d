/** Asks one address whether it answers, and says what the answer means. */
import { type Net, NoReply, type Reply } from './net.ts';

export type Answer =
	| { readonly kind: 'works' }
	| { readonly kind: 'moved'; readonly to: string }
	/** `silent`: nobody at all answered, which can also mean that we have no network. */
	| { readonly kind: 'fails'; readonly reason: string; readonly silent: boolean }
	/** Somebody answered, but not the question: robots or strangers are kept out. */
	| { readonly kind: 'refused'; readonly reason: string };

const MAX_REDIRECTS = 8;
const RETRIES = 2;
const MAX_RETRY_AFTER = 60_000;

const TLS = /CERT|TLS|SSL|EPROTO|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|ALTNAME/;
const TIMEOUT = /TimeoutError|ETIMEDOUT|TIMEOUT/;
/** Faults that may be gone in a moment. */
const PASSING = /TimeoutError|ETIMEDOUT|TIMEOUT|ECONNRESET|EAI_AGAIN|UND_ERR_SOCKET/;

/** What a page says when it is not the page one asked for. */
const NOT_FOUND =
	/\b404\b|(sidan|dokumentet|artikeln)( du (sökte|söker))?( kunde| kan)? (inte|ej) (hittas|hittades)|(sidan|dokumentet|artikeln)( du (sökte|söker))? (finns inte|hittades inte|saknas|är borttagen)|hittade? inte sidan|page (was |could )?not (be )?found/i;

const fails = (reason: string, silent = false): Answer => ({ kind: 'fails', reason, silent });

function meaningOf(fault: NoReply): Answer {
	if (TLS.test(fault.code)) return fails('Den säkra anslutningen går inte att lita på');
	if (TIMEOUT.test(fault.code)) return fails('Svarade inte i tid', true);
	if (fault.code === 'ENOTFOUND') return fails('Värdnamnet finns inte', true);
	return fails('Ingen svarade', true);
}

/** The text of the title and of the first heading: what a page says that it is. */
function headings(html: string): string {
	return [/<title[^>]*>([\s\S]*?)<\/title>/i, /<h1[^>]*>([\s\S]*?)<\/h1>/i]
		.map((pattern) => pattern.exec(html)?.[1]?.replace(/<[^>]*>/g, ' ') ?? '')
		.join(' · ')
		.replace(/\s+/g, ' ');
}

const isStart = (url: string) => /^\/(sv|se|index\.\w+|start(\.\w+)?)?\/?$/.test(new URL(url).pathname);

/** The same address but for what hosts change without moving anything: scheme, www, last slash. */
const plain = (url: string) => {
	const { host, pathname, search } = new URL(url);
	return host.replace(/^www\./, '') + pathname.replace(/\/$/, '') + search;
};

interface End {
	readonly reply: Reply;
	readonly url: string;
	/** Whether every step on the way said that the move is for good. */
	readonly permanent: boolean;
}

/** Follows redirects, politely at every step. */
async function follow(start: string, method: 'HEAD' | 'GET', net: Net): Promise<End | Answer> {
	let url = start;
	let permanent = true;
	const seen = new Set<string>();
	for (let step = 0; step <= MAX_REDIRECTS; step += 1) {
		if (seen.has(url)) break;
		seen.add(url);
		if (!(await net.mayAsk(url))) return { kind: 'refused', reason: 'Webbplatsen vill inte bli besökt av program' };
		const reply = await net.request(url, method);
		const location = reply.headers.get('location');
		if (reply.status < 300 || reply.status >= 400 || !location) return { reply, url, permanent };
		permanent &&= reply.status === 301 || reply.status === 308;
		const next = URL.parse(location, url);
		if (!next || !/^https?:$/.test(next.protocol)) return fails('Skickar vidare till en adress som inte går att läsa');
		// Some hosts want a cookie and send a page to itself; its fragment says nothing to a server.
		next.hash = '';
		url = next.href;
	}
	return fails('Skickar vidare i en ring');
}

const passing = (status: number) => status >= 500 || status === 429 || status === 408;

/** Milliseconds that a host asks us to wait. */
function retryAfter(reply: Reply): number {
	const seconds = Number(reply.headers.get('retry-after'));
	return Number.isFinite(seconds) ? Math.min(seconds * 1000, MAX_RETRY_AFTER) : 0;
}

function meaningOfEnd(asked: string, { reply, url, permanent }: End): Answer {
	const { status, text } = reply;
	if (status === 401 || status === 403 || status === 429 || status === 451)
		return { kind: 'refused', reason: `Webbplatsen släpper inte in program (svarade ${status})` };
	if (status === 404) return fails('Sidan finns inte (svarade 404)');
	if (status === 410) return fails('Sidan är borttagen (svarade 410)');
	if (status >= 400) return fails(`Webbplatsen svarade med fel (${status})`);
	if (NOT_FOUND.test(headings(text))) return fails('Svarar, men sidan säger att den inte finns');
	if (!isStart(asked) && isStart(url)) return fails('Leder till webbplatsens startsida');
	return permanent && plain(asked) !== plain(url) ? { kind: 'moved', to: url } : { kind: 'works' };
}

/**
 * Asks with HEAD, which spares the host; then, when the answer is a page or a fault, with GET. Only a page can say in
 * words that it is not there, and some hosts answer HEAD wrongly.
 */
export async function ask(address: string, net: Net): Promise<Answer> {
	const url = new URL(address);
	url.hash = '';
	try {
		const head = await follow(url.href, 'HEAD', net);
		if ('kind' in head && head.kind === 'refused') return head;
		if ('reply' in head && head.reply.status < 300 && !/html/.test(head.reply.headers.get('content-type') ?? 'html'))
			return meaningOfEnd(url.href, head);
	} catch (error) {
		if (!(error instanceof NoReply)) throw error;
		if (!PASSING.test(error.code)) return meaningOf(error);
	}
	for (let attempt = 0; ; attempt += 1) {
		let wait = net.pause * 2 ** (attempt + 1);
		try {
			const end = await follow(url.href, 'GET', net);
			if ('kind' in end) return end;
			if (!passing(end.reply.status) || attempt === RETRIES) return meaningOfEnd(url.href, end);
			wait = Math.max(wait, retryAfter(end.reply));
		} catch (error) {
			if (!(error instanceof NoReply)) throw error;
			if (!PASSING.test(error.code) || attempt === RETRIES) return meaningOf(error);
		}
		await net.wait(wait);
	}
}
