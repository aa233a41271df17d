import type { APIRoute } from 'astro';
import { catalogue, exampleTemplate } from '../../../content.ts';
import { adviceIn, toChoices } from '../../../proposals/choices.ts';

export const GET: APIRoute = () => Response.json(toChoices(catalogue, adviceIn(exampleTemplate)));
