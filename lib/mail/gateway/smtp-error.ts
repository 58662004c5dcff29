import type { Outcome } from './driver'

/** The error of a mail that was not sent. nodemailer's errors have the same properties. */
export interface SmtpError extends Error {
  code?: string
  syscall?: string
  /** The command that was answered. */
  command?: string
  responseCode?: number
  response?: string
}

/** RFC 5321, 4.2.1: 4yz is temporary, 5yz permanent; errors before the recipient are about us, not about them. */
export function errorOutcome(error: SmtpError): Outcome {
  const { code, command, responseCode, response = '' } = error
  if (responseCode === undefined) {
    const ours = ['EAUTH', 'ENOAUTH', 'ETLS', 'ECONFIG'].includes(code ?? '')
    return { kind: 'retry', reason: ours ? 'misconfigured' : 'unreachable', doubt: !ours && !neverConnected(error) }
  }
  if (responseCode < 500) {
    return { kind: 'retry', reason: responseCode === 421 ? 'rate_limited' : 'provider_error', doubt: false }
  }
  // A policy of the receiver (RFC 3463, X.7) is about the mail or about us; the address did not bounce.
  const policy = /^5\d\d[ -]5\.7\./.test(response)
  if (command === 'RCPT TO') return { kind: 'refused', reason: policy ? 'content_refused' : 'address_refused' }
  if (command === 'DATA') return { kind: 'refused', reason: 'content_refused' }
  return { kind: 'retry', reason: 'misconfigured', doubt: false }
}

/** A connection that broke later does not show how far the mail had come. */
function neverConnected({ code, syscall }: SmtpError): boolean {
  return syscall === 'connect' || code === 'EDNS'
}
