import 'reflect-metadata';
import { serve } from './serve';

/** Whoever imports this module gets the running server: its address, and how to close it. */
export const running = await serve(process.env);
