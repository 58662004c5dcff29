import type { WebhookView } from '@/lib/webhooks/list-webhooks'
import { AdminTable } from '../admin-table'
import { Empty } from '../empty'
import { t } from '../words'
import { stateWords } from './webhook-words'

/** The registered addresses. */
export function WebhookTable({ webhooks }: { webhooks: WebhookView[] }) {
  if (webhooks.length === 0) return <Empty>{t('webhooks.thereAreNone')}</Empty>
  return (
    <AdminTable heads={[t('common.address'), t('common.state'), { number: t('webhooks.messagesWaiting') }]} id="list">
      {webhooks.map((webhook) => (
        <tr key={webhook.id}>
          <td>
            <a href={`/admin/webhooks/${webhook.id}`}>{webhook.url}</a>
          </td>
          <td>{stateWords(webhook)}</td>
          <td className="number">{webhook.waits.toLocaleString('en')}</td>
        </tr>
      ))}
    </AdminTable>
  )
}
