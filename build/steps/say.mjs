/** Progress for people goes to stderr: stdout belongs to the command's own result. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Stops a build command with a plain sentence and an exit code. */
export class SetupError extends Error {
  constructor(sentence, exitCode = 69) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/** Runs a command's main function; a SetupError is a sentence, anything else is our mistake with its stack. */
export async function runMain(main) {
  try {
    const code = await main();
    process.exitCode = code ?? 0;
  } catch (error) {
    if (error instanceof SetupError) say(`\n${error.message}`);
    else console.error(error);
    process.exitCode = error instanceof SetupError ? error.exitCode : 70;
  }
}
