#!/usr/bin/env bash
# Save a card with curl. Forms, as in ProcessOut's own commands; JSON works as well.
set -euo pipefail

api=${PROCESSOUT_API_URL:-http://127.0.0.1:4242}
project=${PROCESSOUT_PROJECT_ID:-test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x}
key=${PROCESSOUT_PRIVATE_KEY:-key_sandbox_mah31RDFqcDxmaS7MvhDbJfDJvjtsFTB}

processout() { curl --silent --show-error --user "$project:$key" --request "$1" "$api$2" "${@:3}"; }
# The first id with a prefix in an answer. A real program reads the JSON.
first() { grep --only-matching "\"$1_[A-Za-z0-9]*\"" | head -n 1 | tr -d '"'; }
new_card() { processout POST /_sandbox/cards -d scenario=visa | first card; }

# 1. A customer: give all you know, nothing is required. Keep the id.
customer=$(processout POST /customers \
  -d first_name=Ada -d last_name=Lovelace -d email=ada@example.com -d 'metadata[shopper]=42' | first cust)
echo "customer $customer"

# 2a. A token from a card. It can be charged at once.
token=$(processout POST "/customers/$customer/tokens" -d "source=$(new_card)" | first tok)
echo "token $token"

# 2b. An empty token that will be verified as soon as it has a card.
verified=$(processout POST "/customers/$customer/tokens" \
  -d verify=true -d invoice_return_url=https://shop.example/return | first tok)

# 3. A browser or a phone attaches the card with the public key alone (an empty password) and shows the bank's page.
curl --silent --show-error --user "$project:" --request PUT "$api/customers/$customer/tokens/$verified" \
  -d "source=$(new_card)" >/dev/null
# The server believes only what it reads itself.
processout GET "/customers/$customer/tokens/$verified" |
  grep --only-matching '"verification_status":"[a-z-]*"'

# 4. List, newest first, and delete.
processout GET "/customers/$customer/tokens" | grep --only-matching '"total_count":[0-9]*'
processout DELETE "/customers/$customer/tokens/$token"
echo
