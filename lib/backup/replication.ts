import pg from 'pg'

/** The part of a pg connection used by a query that handles the protocol itself. */
interface WireConnection {
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  stream: { pause(): void; resume(): void }
}

/** A connection with PostgreSQL's replication protocol; its account needs REPLICATION. The caller must end it. */
export async function connectForReplication(url: string): Promise<pg.Client> {
  const config = { connectionString: url, replication: 'true', connectionTimeoutMillis: 10_000, keepAlive: true }
  const client = new pg.Client(config as pg.ClientConfig)
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** An answer to a message: bytes to send back, if any. A promise stops the sender until it is settled. */
type OnMessage = (message: Buffer) => Promise<Buffer | undefined> | Buffer | undefined

/** Something to send again and again. */
interface Report {
  /** In ms. */
  every: number
  message: () => Buffer
}

/**
 * Runs a replication command that answers with a stream of messages, and hands them over one at a time.
 * @returns when the server has ended the stream
 * @throws Error of the server, the connection or `onMessage`
 */
export function streamMessages(
  client: pg.Client,
  command: string,
  onMessage: OnMessage,
  report?: Report,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  return new Promise<void>((resolve, reject) => {
    let last = Promise.resolve()
    const fail = (error: unknown) => reject(error instanceof Error ? error : new Error(String(error)))
    client.once('end', () => fail(new Error('the database ended the connection')))
    client.query({
      submit(connection: WireConnection) {
        connection.query(command)
        if (report) timer = setInterval(() => connection.sendCopyFromChunk(report.message()), report.every)
      },
      handleCopyData({ chunk }: { chunk: Buffer }, connection: WireConnection) {
        // The parser uses its buffer again.
        const message = Buffer.from(chunk)
        connection.stream.pause()
        last = last
          .then(() => onMessage(message))
          .then((answer) => {
            if (answer) connection.sendCopyFromChunk(answer)
            connection.stream.resume()
          })
        last.catch(fail)
      },
      handleRowDescription() {},
      handleDataRow() {},
      handleCommandComplete() {},
      handleError: fail,
      handleReadyForQuery: () => void last.then(resolve, fail),
    } as unknown as pg.Submittable)
  }).finally(() => clearInterval(timer))
}
