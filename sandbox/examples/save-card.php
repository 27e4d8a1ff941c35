<?php
// The official PHP SDK, 7.4.
require 'vendor/autoload.php';

$api = getenv('PROCESSOUT_API_URL') ?: 'http://127.0.0.1:4242';
$client = new \ProcessOut\ProcessOut(
    getenv('PROCESSOUT_PROJECT_ID') ?: 'test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x',
    getenv('PROCESSOUT_PRIVATE_KEY') ?: 'key_sandbox_mah31RDFqcDxmaS7MvhDbJfDJvjtsFTB'
);
$client->setHost($api);

// A fresh card id, as a browser would send it. Only the sandbox has this.
function newCard(string $api): string
{
    $request = stream_context_create(['http' => [
        'method' => 'POST',
        'header' => 'Content-Type: application/json',
        'content' => json_encode(['scenario' => 'visa']),
    ]]);
    return json_decode(file_get_contents("$api/_sandbox/cards", false, $request))->card->id;
}

// 1. A customer: give all you know, nothing is required. Keep the id.
$customer = $client->newCustomer([
    'first_name' => 'Ada',
    'last_name' => 'Lovelace',
    'email' => 'ada@example.com',
    'metadata' => ['shopper' => '42'],
])->create();
echo 'customer ', $customer->getId(), PHP_EOL;

// 2a. A token from a card. It can be charged at once.
// create gives an object since September 2024: the token is its `create`, beside it the `customerAction`, if any.
$created = $client->newToken(['customer_id' => $customer->getId()])->create(['source' => newCard($api)]);
$token = $created->create;
echo 'token ', $token->getId(), ' ', $token->getVerificationStatus(), PHP_EOL;

// 2b. An empty token that will be verified as soon as it has a card.
$empty = $client->newToken(['customer_id' => $customer->getId()])->create([
    'verify' => true,
    'invoice_return_url' => 'https://shop.example/return',
])->create;

// 3. The browser or the phone attaches the card (verify-card.html). Then the server reads what came of it.
$read = $client->newToken()->find($customer->getId(), $empty->getId());
echo 'to verify ', $read->getId(), ' ', $read->getVerificationStatus(), PHP_EOL;

// 4. List, newest first, and delete.
$tokens = $customer->fetchTokens();
$tokens[0]->delete();
echo 'deleted ', $tokens[0]->getId(), PHP_EOL;

try {
    $client->newCustomer()->find('bad');
} catch (\ProcessOut\Exceptions\NotFoundException $error) {
    // Not getCode(), which is 0.
    echo $error->getErrorCode(), PHP_EOL; // resource.customer.not-found
}
