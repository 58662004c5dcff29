import type { MessageView } from '@/lib/webhooks/list-webhooks'
import { AdminTable } from '../admin-table'
import { Empty } from '../empty'
import { PetitionName } from '../petition-name'
import { Time } from '../time'
import { t, tOf } from '../words'
import { messageWords } from './webhook-words'

/** Messages sent to an address, newest first. */
export function MessageTable({ messages }: { messages: MessageView[] }) {
  if (messages.length === 0) return <Empty>{t('webhooks.nothingWasSentWithin')}</Empty>
  return (
    <AdminTable
      heads={[
        { time: t('webhooks.happened') },
        t('common.what'),
        t('common.petition'),
        t('webhooks.message'),
        { time: t('webhooks.lastAttempt') },
      ]}
      id="list"
    >
      {messages.map((message) => (
        <tr key={message.eventId}>
          <td>
            <Time at={message.event.createdAt} />
          </td>
          <td className="text">{tOf('webhookEvent', message.event.kind) ?? t('webhooks.test')}</td>
          <td>{message.event.petition ? <PetitionName slug={message.event.petition.slug} /> : '–'}</td>
          <td>{messageWords(message)}</td>
          <td>{message.attemptedAt ? <Time at={message.attemptedAt} /> : '–'}</td>
        </tr>
      ))}
    </AdminTable>
  )
}
