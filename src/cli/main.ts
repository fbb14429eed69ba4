import { runCommandLine } from './program.ts';

await runCommandLine();
