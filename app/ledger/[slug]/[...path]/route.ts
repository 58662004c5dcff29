import { answerLedgerFile } from '@/lib/web/answer-ledger-file'

/**
 * The public log of a petition as static files: checkpoint, policy, tiles, entries, texts, corrections, releases
 * (docs/ledger.md).
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string; path: string[] }> },
): Promise<Response> {
  const { slug, path } = await params
  return answerLedgerFile(slug, path.join('/'))
}
