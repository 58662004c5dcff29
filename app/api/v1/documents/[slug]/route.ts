import { findDocumentFile } from '@/lib/coalition/documents/find-document-file'
import { answerFile } from '@/lib/web/answer-file'

/** A document of the coalition, as a file. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answerFile(await findDocumentFile((await params).slug), request)
}
