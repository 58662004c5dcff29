import { GET as ownMember } from '@/app/[locale]/for-members/own/answer'
import * as memberCoSignatureWithdrawals from '@/app/[locale]/for-members/own/co-signature-withdrawals/route'
import * as memberCoSignatures from '@/app/[locale]/for-members/own/co-signatures/route'
import * as memberLogo from '@/app/[locale]/for-members/own/logo/route'
import * as memberPicture from '@/app/[locale]/for-members/own/picture/[petition]/route'
import * as memberProposals from '@/app/[locale]/for-members/own/proposals/route'
import * as memberSignOut from '@/app/[locale]/for-members/own/sign-out/route'
import * as memberVisits from '@/app/[locale]/for-members/own/visits/route'
import { GET as findMembers } from '@/app/[locale]/members/find/answer'
import { GET as sheet } from '@/app/[locale]/petitions/[slug]/sheet/answer'
import { GET as signForm } from '@/app/[locale]/petitions/[slug]/sign/answer'
import { GET as signature } from '@/app/[locale]/signature/[token]/answer'
import { GET as own } from '@/app/[locale]/signature/own/[token]/answer'
import { GET as stopUpdates } from '@/app/[locale]/unsubscribe/[token]/answer'
import * as health from '@/app/api/health/route'
import * as ready from '@/app/api/ready/route'
import * as appeals from '@/app/api/v1/appeals/route'
import * as applicationConfirmations from '@/app/api/v1/application-confirmations/route'
import * as applicationWithdrawals from '@/app/api/v1/application-withdrawals/route'
import * as applications from '@/app/api/v1/applications/route'
import * as coSignRequests from '@/app/api/v1/co-sign-requests/route'
import * as coSignatureWithdrawals from '@/app/api/v1/co-signature-withdrawals/route'
import * as coSignatures from '@/app/api/v1/co-signatures/route'
import * as confirmations from '@/app/api/v1/confirmations/route'
import * as documents from '@/app/api/v1/documents/[slug]/route'
import * as memberLinks from '@/app/api/v1/member-links/route'
import * as changes from '@/app/api/v1/my-signature/changes/route'
import * as erasures from '@/app/api/v1/my-signature/erasures/route'
import * as ownExports from '@/app/api/v1/my-signature/exports/route'
import * as links from '@/app/api/v1/my-signature/links/route'
import * as visits from '@/app/api/v1/my-signature/visits/route'
import * as ownWithdrawals from '@/app/api/v1/my-signature/withdrawals/route'
import * as openApi from '@/app/api/v1/openapi.json/route'
import * as packs from '@/app/api/v1/packs/[id]/route'
import * as count from '@/app/api/v1/petitions/[slug]/count/route'
import * as mails from '@/app/api/v1/petitions/[slug]/mails/route'
import * as petition from '@/app/api/v1/petitions/[slug]/route'
import * as signatures from '@/app/api/v1/petitions/[slug]/signatures/route'
import * as petitions from '@/app/api/v1/petitions/route'
import * as printed from '@/app/api/v1/printed/[...path]/route'
import * as receipts from '@/app/api/v1/receipts/route'
import * as reminderRefusals from '@/app/api/v1/reminder-refusals/route'
import * as unsubscribe from '@/app/api/v1/unsubscribe/route'
import * as resend from '@/app/api/v1/webhooks/resend/route'
import * as withdrawals from '@/app/api/v1/withdrawals/route'
import { GET as formResult } from '@/app/form-result/route'
import * as ledger from '@/app/ledger/[slug]/[...path]/route'
import * as audit from '@/app/ledger/audit/[file]/route'
import { GET as home } from '@/app/route'
import * as sharePicture from '@/app/share/[slug]/[file]/route'
import type { DirectRoute } from '@/lib/web/server/direct-routes'

type Handler = DirectRoute['handler']

/**
 * Endpoints that the server calls directly, without the Next.js thread: every public address that is not a Next.js
 * page. A cached answer is never older than a cached page.
 */
export const directRoutes: DirectRoute[] = [
  ...form('/api/v1/petitions/[slug]/signatures', signatures),
  ...form('/api/v1/confirmations', confirmations),
  { method: 'GET', route: '/api/v1/petitions/[slug]/count', handler: count.GET, keepFor: 1000 },
  { method: 'GET', route: '/[locale]/petitions/[slug]/sign', handler: signForm, inTurn: 'waits' },
  { method: 'GET', route: '/[locale]/petitions/[slug]/sheet', handler: sheet, inTurn: 'waits' },
  { method: 'GET', route: '/[locale]/signature/[token]', handler: signature, inTurn: 'waits' },
  { method: 'GET', route: '/[locale]/members/find', handler: findMembers, inTurn: 'computes' },
  { method: 'GET', route: '/[locale]/signature/own/[token]', handler: own, inTurn: 'waits' },
  { method: 'GET', route: '/[locale]/for-members/own', handler: ownMember, inTurn: 'waits' },
  { method: 'GET', route: '/[locale]/for-members/own/picture/[petition]', handler: memberPicture.GET, inTurn: 'waits' },
  ...form('/[locale]/for-members/own/visits', memberVisits),
  ...form('/[locale]/for-members/own/sign-out', memberSignOut),
  ...form('/[locale]/for-members/own/proposals', memberProposals),
  ...form('/[locale]/for-members/own/logo', memberLogo),
  ...form('/[locale]/for-members/own/co-signatures', memberCoSignatures),
  ...form('/[locale]/for-members/own/co-signature-withdrawals', memberCoSignatureWithdrawals),
  { method: 'GET', route: '/[locale]/unsubscribe/[token]', handler: stopUpdates, inTurn: 'waits' },
  { method: 'GET', route: '/', handler: home },
  { method: 'GET', route: '/api/v1/petitions', handler: petitions.GET, keepFor: 3000, byLocale: true },
  { method: 'GET', route: '/api/v1/petitions/[slug]', handler: petition.GET, keepFor: 3000, byLocale: true },
  { method: 'GET', route: '/api/health', handler: async () => health.GET() },
  { method: 'GET', route: '/api/ready', handler: ready.GET },
  { method: 'GET', route: '/ledger/audit/[file]', handler: audit.GET, keepFor: 3000 },
  { method: 'GET', route: '/ledger/[slug]/[...path]', handler: ledger.GET, keepFor: 3000 },
  { method: 'GET', route: '/share/[slug]/[file]', handler: sharePicture.GET },
  { method: 'GET', route: '/api/v1/openapi.json', handler: async () => openApi.GET(), keepFor: 3000 },
  { method: 'GET', route: '/api/v1/documents/[slug]', handler: documents.GET, inTurn: 'waits' },
  { method: 'GET', route: '/api/v1/packs/[id]', handler: packs.GET, inTurn: 'waits' },
  { method: 'GET', route: '/api/v1/printed/[...path]', handler: printed.GET, inTurn: 'waits' },
  ...form('/api/v1/petitions/[slug]/mails', mails),
  ...form('/api/v1/receipts', receipts),
  ...form('/api/v1/withdrawals', withdrawals),
  ...form('/api/v1/reminder-refusals', reminderRefusals),
  ...form('/api/v1/appeals', appeals),
  // Mail programs post here in their own ways, also in chunks, which the way through Next.js refuses (411).
  ...form('/api/v1/unsubscribe', { ...unsubscribe, GET: async (request: Request) => unsubscribe.GET(request) }),
  ...form('/api/v1/my-signature/links', links),
  ...form('/api/v1/my-signature/visits', visits),
  ...form('/api/v1/my-signature/changes', changes),
  ...form('/api/v1/my-signature/withdrawals', ownWithdrawals),
  ...form('/api/v1/my-signature/erasures', erasures),
  ...form('/api/v1/my-signature/exports', ownExports),
  ...form('/api/v1/applications', applications),
  ...form('/api/v1/application-confirmations', applicationConfirmations),
  ...form('/api/v1/application-withdrawals', applicationWithdrawals),
  ...form('/api/v1/co-sign-requests', coSignRequests),
  ...form('/api/v1/member-links', memberLinks),
  ...form('/api/v1/co-signatures', coSignatures),
  ...form('/api/v1/co-signature-withdrawals', coSignatureWithdrawals),
  ...form('/api/v1/webhooks/resend', { ...resend, GET: async () => resend.GET() }),
  { method: 'GET', route: '/form-result', handler: formResult },
]

/** An address that is posted to, and what it says to a GET. */
function form(route: string, { GET, POST }: { GET: Handler; POST: Handler }): DirectRoute[] {
  return [
    { method: 'POST', route, handler: POST },
    { method: 'GET', route, handler: GET },
  ]
}
