import { updateSignature } from '@/lib/self-service/update-signature'
import { answerSelfService } from '@/lib/web/answer-self-service'
import { redirectToForm } from '@/lib/web/redirect-to-form'

/** Changes how one appears, one's name, one's consent to updates. */
export function POST(request: Request): Promise<Response> {
  return answerSelfService(request, updateSignature)
}

export const GET = redirectToForm('/signature')
