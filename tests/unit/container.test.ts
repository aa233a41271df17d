/** The recipe for a container, read by a linter and held to what a careful host asks. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { validate } from 'dockerfile-utils';

const recipe = readFileSync('Containerfile', 'utf8');

test('the linter finds nothing', () =>
	assert.deepEqual(
		validate(recipe).map(({ message, range }) => `${range.start.line + 1}: ${message}`),
		[],
	));

test('every image has its exact version, and what is served is not what built it', () => {
	const images = [...recipe.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image as string);
	assert.equal(images.length, 2);
	for (const image of images) assert.match(image, /:\d+\.\d+\.\d+[\w.-]*$/);
	assert.match(recipe, /^COPY --from=build /m);
});

test('Node is the version that the project has', () => {
	const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
		devDependencies: Record<string, string>;
	};
	assert.ok(recipe.includes(`node:${devDependencies['node']}-`));
});

test('the server is not root, and writes nowhere but in /tmp', () => {
	assert.match(recipe, /^USER (?!0|root)\d+$/m);
	const config = readFileSync('drift/nginx.conf', 'utf8');
	for (const [, path] of config.matchAll(/(?:^pid|_temp_path) (\S+);/gm)) assert.match(path as string, /^\/tmp\//);
	assert.match(config, /listen 8080;/);
});
