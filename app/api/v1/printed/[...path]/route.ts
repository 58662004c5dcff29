import { findPrintedFile } from '@/lib/coalition/printed-pages/printed-pages'
import { answerFile } from '@/lib/web/answer-file'

/** A letter or the statement as a PDF: the path of its page. */
export async function GET(request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> {
  const path = `/${(await params).path.join('/')}`
  return answerFile(/^\/[\w-]+(?:\/[\w-]+){1,3}$/.test(path) ? await findPrintedFile(path) : null, request)
}
