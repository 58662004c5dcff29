import { answerDocument } from '@/lib/web/answer-document'

/** A document of the coalition, as a file. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answerDocument((await params).slug, request)
}
