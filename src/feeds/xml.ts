/** Text in XML. Every feed escapes here and nowhere else. */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 cannot hold at all. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

export const escapeXml = (text: string): string =>
	text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (character) => ENTITIES[character] as string);

/** An element with text, or with ready-made XML inside. */
export const element = (name: string, content: string | readonly string[], attributes: Record<string, string> = {}) => {
	const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
	const inside = typeof content === 'string' ? escapeXml(content) : content.join('');
	return inside === '' ? `<${name}${pairs.join('')}/>` : `<${name}${pairs.join('')}>${inside}</${name}>`;
};

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
