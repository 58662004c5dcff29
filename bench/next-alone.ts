import { createServer } from 'node:http'
import next from 'next'

// The same build without our server: Next's request handler on its official custom server.
const port = Number(process.env.PORT)
const app = next({ dev: false, port, hostname: 'localhost' })
await app.prepare()
const handle = app.getRequestHandler()
createServer((request, response) => void handle(request, response)).listen(port)
