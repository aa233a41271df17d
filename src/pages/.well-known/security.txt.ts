import type { APIRoute } from 'astro';
import { today } from '../../clock.ts';
import { toSecurityText } from '../../feeds/security.ts';

export const GET: APIRoute = () => new Response(toSecurityText(today()));
