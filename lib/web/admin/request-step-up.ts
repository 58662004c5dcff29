import type { Staff } from '@/lib/staff/staff'
import { keepRequest, type StepUpRequest } from '@/lib/staff/step-up/keep-request'
import { withBack } from './read-back'

/**
 * Stores a request until its second factor is verified.
 * @returns the path of the page that asks for the factor, with the list from which the form's page was opened, so that
 *   the page after the request leads back to it (`keepBack`)
 */
export async function requestStepUp(staff: Staff, request: StepUpRequest, now: Date): Promise<string> {
  const back = new URL(request.back, 'http://admin.invalid').searchParams.get('back')
  return withBack(`/admin/step-up/${await keepRequest(staff, request, now)}`, back)
}
