/**
 * The error's name and place, without the message, which may quote what somebody typed.
 * @param frames how many lines of the stack
 */
export function redactError(error: unknown, frames: number): string {
  if (!(error instanceof Error)) return 'unknown error'
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const stack = error.stack ?? ''
  const places = [...stack.slice(stack.indexOf('\n    at ')).matchAll(/^\s+at (.*)$/gm)].slice(0, frames)
  return [`${error.name}${code}`, ...places.map(([, place]) => `at ${place}`)].join(' ')
}
