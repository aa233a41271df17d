/** Binds the content files to their loader. */
import { defineCollection } from 'astro:content';
import { contentFiles } from './loader.ts';

export const collections = { files: defineCollection({ loader: contentFiles }) };
