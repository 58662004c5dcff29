import { changeOwn } from '@/lib/signatures/own/change-own'
import { answerOwn } from '@/lib/web/answer-own'

/** Changes how one appears, one's name, one's consent to updates. */
export function POST(request: Request): Promise<Response> {
  return answerOwn(request, changeOwn)
}
