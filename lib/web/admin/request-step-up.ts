import type { Staff } from '@/lib/staff/staff'
import { keepRequest, type StepUpRequest } from '@/lib/staff/step-up/keep-request'

/**
 * Keeps a request until its second factor is verified.
 * @returns the path of the page that asks for the factor
 */
export async function requestStepUp(staff: Staff, request: StepUpRequest, now: Date): Promise<string> {
  return `/admin/step-up/${await keepRequest(staff, request, now)}`
}
