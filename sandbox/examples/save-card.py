"""The official Python SDK, 10.0."""
import json
import os
import urllib.request

import processout
from processout.errors.notfounderror import NotFoundError

API = os.environ.get("PROCESSOUT_API_URL", "http://127.0.0.1:4242")
client = processout.ProcessOut(
    os.environ.get("PROCESSOUT_PROJECT_ID", "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x"),
    os.environ.get("PROCESSOUT_PRIVATE_KEY", "key_sandbox_mah31RDFqcDxmaS7MvhDbJfDJvjtsFTB"),
)
client.host = API


def new_card():
    """A fresh card id, as a browser would send it. Only the sandbox has this."""
    request = urllib.request.Request(
        API + "/_sandbox/cards",
        data=json.dumps({"scenario": "visa"}).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request) as response:
        return json.load(response)["card"]["id"]


# 1. A customer: give all you know, nothing is required. Keep the id.
customer = client.new_customer().create({
    "first_name": "Ada",
    "last_name": "Lovelace",
    "email": "ada@example.com",
    "metadata": {"shopper": "42"},
})
print("customer", customer.id)

# 2a. A token from a card. It can be charged at once.
# create gives a tuple since September 2024: the token, and in version 7 the customer action beside it.
token, *_ = client.new_token({"customer_id": customer.id}).create({"source": new_card()})
print("token", token.id, token.verification_status)

# 2b. An empty token that will be verified as soon as it has a card.
empty, *_ = client.new_token({"customer_id": customer.id}).create({
    "verify": True,
    "invoice_return_url": "https://shop.example/return",
})

# 3. The browser or the phone attaches the card (verify-card.html). Then the server reads what came of it.
read = client.new_token().find(customer.id, empty.id)
print("to verify", read.id, read.verification_status)

# 4. List, newest first, and delete.
tokens = customer.fetch_tokens()
tokens[0].delete()
print("deleted", tokens[0].id)

try:
    client.new_customer().find("bad")
except NotFoundError as error:
    print(error.code)  # resource.customer.not-found
