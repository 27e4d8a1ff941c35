// Step 3 on iOS, SDK 4.42. The server made the customer and an empty token with an invoice_return_url that is a deep
// link of this app. The phone holds the project id and no key.
import ProcessOut
import ProcessOutUI

@MainActor
func verifyCard(customerId: String, tokenId: String) async throws -> POCustomerToken {
    ProcessOut.configure(
        configuration: ProcessOutConfiguration(projectId: "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x")
    )
    // A number of ProcessOut's published deck that asks for 3-D Secure.
    let card = try await ProcessOut.shared.cards.tokenize(
        request: POCardTokenizationRequest(number: "4000000000000101", expMonth: 12, expYear: 2040, cvc: "123")
    )
    let request = POAssignCustomerTokenRequest(
        customerId: customerId, tokenId: tokenId, source: card.id, verify: true
    )
    // POTest3DSService plays the bank. An app in production brings the one of its payment provider.
    return try await ProcessOut.shared.customerTokens.assignCustomerToken(
        request: request, threeDSService: POTest3DSService()
    )
}
