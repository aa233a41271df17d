import type { APIRoute } from 'astro';
import { toCardFile } from '../../collection/card.ts';
import { catalogue } from '../../content.ts';

export const GET: APIRoute = () => Response.json(toCardFile(catalogue));
