import type { SpokenLanguage } from '@qinglan/api-platform';

/** A text in both languages that the server speaks. */
export type Words = Readonly<Record<SpokenLanguage, string>>;
