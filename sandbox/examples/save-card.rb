# The official Ruby SDK, 6.0.
require "json"
require "net/http"
require "processout"

api = ENV.fetch("PROCESSOUT_API_URL", "https://127.0.0.1:4243")
client = ProcessOut::Client.new(
  ENV.fetch("PROCESSOUT_PROJECT_ID", "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x"),
  ENV.fetch("PROCESSOUT_PRIVATE_KEY", "key_sandbox_mah31RDFqcDxmaS7MvhDbJfDJvjtsFTB")
)
# There is no setter. The SDK always speaks TLS, and so does a sandbox that was started with --tls FILE;
# SSL_CERT_FILE has to name the same file.
client.instance_variable_set(:@host, api)

# A fresh card id, as a browser would send it. Only the sandbox has this.
new_card = lambda do
  answer = Net::HTTP.post(URI("#{api}/_sandbox/cards"), '{"scenario":"visa"}', "Content-Type" => "application/json")
  JSON.parse(answer.body)["card"]["id"]
end

# 1. A customer: give all you know, nothing is required. Keep the id.
customer = client.customer.create(
  first_name: "Ada",
  last_name: "Lovelace",
  email: "ada@example.com",
  metadata: { shopper: "42" }
)
puts "customer #{customer.id}"

# 2a. A token from a card. It can be charged at once.
# create gives a list since September 2024: the token, and the customer action when there is one.
token, = client.token.new(customer_id: customer.id).create(source: new_card.call)
puts "token #{token.id} #{token.verification_status}"

# 2b. An empty token that will be verified as soon as it has a card.
empty, = client.token.new(customer_id: customer.id).create(
  verify: true,
  invoice_return_url: "https://shop.example/return"
)

# 3. The browser or the phone attaches the card (verify-card.html). Then the server reads what came of it.
read = client.token.find(customer.id, empty.id)
puts "to verify #{read.id} #{read.verification_status}"

# 4. List, newest first, and delete.
tokens = customer.fetch_tokens
tokens.first.delete
puts "deleted #{tokens.first.id}"

begin
  client.customer.find("bad")
rescue ProcessOut::NotFoundError => e
  puts e.code # resource.customer.not-found
end
