import { answerReceipt } from '@/lib/web/answer-receipt'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/**
 * The receipt of a counted signature, as a download: POST with the field `token`. Never mailed, kept nowhere.
 * JSON: 200 `{receipt}`, 404 or 409 `{error}`, 503 with Retry-After.
 */
export function POST(request: Request): Promise<Response> {
  return answerReceipt(request)
}

export const GET = redirectToForm('/signature')
