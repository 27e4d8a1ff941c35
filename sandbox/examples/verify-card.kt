// Step 3 on Android, SDK 4.43. The server made the customer and an empty token with the invoice_return_url
// your.application.id://processout/return. The phone holds the project id and no key.
import android.app.Application
import com.processout.sdk.api.ProcessOut
import com.processout.sdk.api.model.request.POAssignCustomerTokenRequest
import com.processout.sdk.api.model.response.POCustomerToken
import com.processout.sdk.api.service.PO3DSService
import com.processout.sdk.core.ProcessOutResult
import com.processout.sdk.core.ProcessOutConfiguration

fun configure(application: Application) =
    ProcessOut.configure(
        ProcessOutConfiguration(application, projectId = "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x")
    )

/** `cardId` comes from the SDK's card form; `threeDSService` from the app's payment provider. */
suspend fun verifyCard(
    customerId: String,
    tokenId: String,
    cardId: String,
    threeDSService: PO3DSService,
): ProcessOutResult<POCustomerToken> =
    ProcessOut.instance.customerTokens.assign(
        POAssignCustomerTokenRequest(customerId = customerId, tokenId = tokenId, source = cardId, verify = true),
        threeDSService,
    )
