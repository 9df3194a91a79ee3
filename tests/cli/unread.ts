// Whoever reads what a command prints may have read enough (`| head`): then there is nobody to print for, and no error.

/** Ends the process, with the exit code it has by then, as soon as its standard output is read no more. */
export const endWhenUnread = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
};
