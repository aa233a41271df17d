/**
 * `npm run granska`: what is wrong with the content, in seconds, without building. Warnings first, errors last so that
 * they are seen. Exit code 0 when nothing stops a build, 1 when something must be mended, 2 when the command was used
 * wrongly.
 */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { COLLECTION_NAMES } from '../catalogue/places.ts';
import { FAULTS } from '../catalogue/faults.ts';
import { compareProblems, errorsOf, isWarning, type Problem } from '../catalogue/problem.ts';
import { readContentFile } from '../catalogue/read.ts';
import { tidy } from '../catalogue/tidy.ts';
import { listFiles, readText, TEMPLATE } from '../files.ts';
import { faultPath, faultsPath, toAbsolute } from '../paths.ts';
import { type Report, reportOn } from './content-report.ts';
import { ROOT } from './run.ts';

const HELP = `Användning: npm run granska -- [filer] [flaggor]

Säger vad som är fel i innehållet, med fil, rad och vad du ska skriva. Utan filer granskas allt.
Med filer (eller mappar) visas bara fynden i dem; resten av katalogen läses ändå, så att hänvisningar prövas.

  --fix             rättar det som är mekaniskt: citattecken, mellanslag, datum, fältens ordning
  --json            skriver fynden som JSON på standard ut, för program
  --format github   skriver fynden som kommentarer i GitHub Actions
  --hjalp           visar den här texten

Slutkod: 0 inga fel (varningar kan finnas), 1 fel i innehållet, 2 kommandot användes fel.
Vad koderna betyder: ${toAbsolute(faultsPath())}`;

/** The command was used wrongly: what to do instead. */
class Misuse extends Error {}

interface Options {
	/** Files and folders from the root; empty for all. */
	readonly places: readonly string[];
	readonly fix: boolean;
	readonly format: 'text' | 'json' | 'github';
}

function readOptions(args: readonly string[]): Options | 'help' {
	const options = {
		fix: { type: 'boolean' },
		json: { type: 'boolean' },
		format: { type: 'string' },
		hjalp: { type: 'boolean' },
		help: { type: 'boolean' },
	} as const;
	let parsed;
	try {
		parsed = parseArgs({ args: [...args], options, allowPositionals: true });
	} catch {
		const known = new Set(Object.keys(options).map((name) => `--${name}`));
		const strange = args.find((arg) => arg.startsWith('-') && !known.has(arg.replace(/=.*/, '')));
		throw new Misuse(strange ? `Flaggan ${strange} finns inte.` : 'En flagga har fel värde.');
	}
	const { values, positionals } = parsed;
	if (values.hjalp || values.help) return 'help';
	if (values.format !== undefined && !['github', 'json', 'text'].includes(values.format))
		throw new Misuse(`Formatet ”${values.format}” finns inte. Välj github, json eller text.`);
	const format = values.json ? 'json' : ((values.format ?? 'text') as Options['format']);
	return { places: positionals.map(toPlace), fix: values.fix ?? false, format };
}

/** A file or folder as the editor wrote it, as a path from the root. npm starts us there and tells where the editor stood. */
function toPlace(argument: string): string {
	const found = [process.env['INIT_CWD'] ?? ROOT, ROOT].map((base) => resolve(base, argument)).find(existsSync);
	if (!found) throw new Misuse(`Filen ”${argument}” finns inte.`);
	const place = relative(ROOT, found).replaceAll('\\', '/');
	if (isAbsolute(place) || !/^content(\/|$)/.test(place))
		throw new Misuse(`”${argument}” ligger inte i content, och granskas inte.`);
	return place;
}

const isIn = (file: string, places: readonly string[]) =>
	places.length === 0 || places.some((place) => file === place || file.startsWith(`${place}/`));

/** Puts right what is mechanical. A file that would get more errors by it is left as it was. */
function tidyFiles(places: readonly string[]): string[] {
	const fixed: string[] = [];
	for (const name of COLLECTION_NAMES) {
		const files = listFiles(name, ROOT);
		if (name === 'examples') files.push(`content/exempel/${TEMPLATE}`);
		for (const file of files) {
			if (!isIn(file, places) || !statSync(join(ROOT, file), { throwIfNoEntry: false })?.isFile()) continue;
			const text = readText(ROOT, file);
			const mended = tidy(name, text);
			const errors = (source: string) => errorsOf(readContentFile(name, file, source).problems).length;
			if (mended === text || errors(mended) > errors(text)) continue;
			writeFileSync(join(ROOT, file), mended);
			fixed.push(file);
		}
	}
	return fixed;
}

const toLines = (problems: readonly Problem[]) =>
	problems.map(({ code, file, line, column, field, message }) => {
		const place = styleText('bold', [file, line, line && column].filter(Boolean).join(':'));
		return `  ${place} ${field ? `${field}: ` : ''}${message} ${styleText('dim', `(${code})`)}`;
	});

function toText(problems: readonly Problem[], { examples, documents }: Report, fixed: readonly string[]): string {
	const errors = errorsOf(problems);
	const warnings = problems.filter(isWarning);
	const lines = fixed.map((file) => `Rättade ${file}.`);
	if (warnings.length > 0)
		lines.push(
			styleText(
				'yellow',
				`${warnings.length === 1 ? '1 varning' : `${warnings.length} varningar`}, som inte stoppar något:`,
			),
			...toLines(warnings),
		);
	if (errors.length > 0)
		lines.push(
			styleText('red', `Innehållet har ${errors.length} fel:`),
			...toLines(errors),
			`Mer om en kod: ${toAbsolute(faultPath(errors[0]?.code ?? 'TP101'))}`,
		);
	else lines.push(styleText('green', `Inga fel. ${examples} exempel och ${documents} dokument är granskade.`));
	if (fixed.length === 0 && problems.some(({ code }) => FAULTS[code].mechanical))
		lines.push('Kör npm run granska -- --fix så rättas det som är mekaniskt.');
	return lines.join('\n');
}

/** The shape is described in CONTRIBUTING.md. */
const toJson = (problems: readonly Problem[], { examples, documents }: Report, fixed: readonly string[]) =>
	JSON.stringify(
		{
			version: 1,
			errors: errorsOf(problems).length,
			warnings: problems.filter(isWarning).length,
			examples,
			documents,
			fixed,
			problems: problems.map(({ code, file, line, column, field, message }) => ({
				code,
				severity: isWarning({ code }) ? 'warning' : 'error',
				file,
				line,
				column,
				field,
				message,
				help: toAbsolute(faultPath(code)),
			})),
		},
		undefined,
		'\t',
	);

/** GitHub's workflow commands: what stands in a property may not hold its separators. */
function toGithub(problems: readonly Problem[]): string {
	const escape = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
	const property = (value: string | number) => escape(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
	return problems
		.map(({ code, file, line, column, field, message }) => {
			const properties = { file, line, col: column, title: `${code} ${FAULTS[code].title}` };
			const written = Object.entries(properties).flatMap(([key, value]) =>
				value ? [`${key}=${property(value)}`] : [],
			);
			const kind = isWarning({ code }) ? 'warning' : 'error';
			return `::${kind} ${written.join(',')}::${escape(field ? `${field}: ${message}` : message)}`;
		})
		.join('\n');
}

/** @returns the exit code */
function examine(args: readonly string[]): number {
	const options = readOptions(args);
	if (options === 'help') {
		console.log(HELP);
		return 0;
	}
	if (!existsSync(join(ROOT, 'content')))
		throw new Misuse('Mappen content finns inte här. Kör kommandot där katalogen ligger.');
	const fixed = options.fix ? tidyFiles(options.places) : [];
	const report = reportOn(ROOT);
	const problems = report.problems.filter(({ file }) => isIn(file, options.places)).sort(compareProblems);
	const write = { text: toText, json: toJson, github: toGithub }[options.format];
	const text = write(problems, report, fixed);
	if (text) process.stdout.write(`${text}\n`);
	return errorsOf(problems).length > 0 ? 1 : 0;
}

try {
	process.exitCode = examine(process.argv.slice(2));
} catch (error) {
	const reason = (error as Error).message;
	console.error(
		error instanceof Misuse
			? `${reason}\nnpm run granska -- --hjalp visar vad som går.`
			: `Granskningen stannade: ${reason}`,
	);
	process.exitCode = 2;
}
