// Copying from an extension page: the browser allows it in the turn of a click.

/** Resolves to false where the browser does not give the clipboard. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (cause) {
    console.debug('Sidelight: no clipboard', cause);
    return false;
  }
}
