import { json } from '@/lib/web/answer'
import { openApiDocument } from '@/lib/web/openapi/document'
import { documentHeaders } from '@/lib/web/openapi/operations/site'

export const dynamic = 'force-dynamic'

/** The document that describes the interface (OpenAPI 3.1). */
export function GET(): Response {
  return json(openApiDocument(), 200, documentHeaders)
}
