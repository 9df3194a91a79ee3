// Hands a text to the reader as a file. Nothing leaves the device: the address is a blob of this page.
export function download(name: string, json: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  link.download = name;
  link.click();
  // The browser has read the blob by then; a minute is for the reader who is asked where to put the file.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
