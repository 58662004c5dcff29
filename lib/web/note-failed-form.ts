import { noteCount } from '@/lib/metrics/note'

/**
 * Counts a form that a browser posted in vain, for the alert SigningFails: it is led to a page that says so, and a
 * redirect is no error by its own status.
 * @param status of that page
 */
export function noteFailedForm(status: number): void {
  if (status >= 500) noteCount('errors', 'a form was not taken')
}
