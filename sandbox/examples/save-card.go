// The official Go SDK, 5.6.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"

	"gopkg.in/processout.v5"
)

func main() {
	api := env("PROCESSOUT_API_URL", "http://127.0.0.1:4242")
	processout.Host = api
	client := processout.New(
		env("PROCESSOUT_PROJECT_ID", "test-proj_gAO1Uu0ysZJvDuUpOGPkUBeE3pGalk3x"),
		env("PROCESSOUT_PRIVATE_KEY", "key_sandbox_mah31RDFqcDxmaS7MvhDbJfDJvjtsFTB"),
	)

	// 1. A customer: give all you know, nothing is required. Keep the id.
	customer, err := client.NewCustomer().Create(processout.CustomerCreateParameters{
		Customer: &processout.Customer{
			FirstName: processout.String("Ada"),
			LastName:  processout.String("Lovelace"),
			Email:     processout.String("ada@example.com"),
		},
	})
	check(err)
	fmt.Println("customer", *customer.ID)

	// 2a. A token from a card. It can be charged at once.
	// Parameters go by value, and there are three results: the customer action is nil when there is none.
	forCustomer := func() *processout.Token {
		return client.NewToken(&processout.Token{CustomerID: customer.ID})
	}
	token, _, err := forCustomer().Create(processout.TokenCreateParameters{Source: newCard(api)})
	check(err)
	fmt.Println("token", *token.ID, *token.VerificationStatus)

	// 2b. An empty token that will be verified as soon as it has a card.
	empty, _, err := forCustomer().Create(processout.TokenCreateParameters{
		Verify:           true,
		InvoiceReturnURL: "https://shop.example/return",
	})
	check(err)

	// 3. The browser or the phone attaches the card (verify-card.html). Then the server reads what came of it.
	read, err := client.NewToken().Find(*customer.ID, *empty.ID)
	check(err)
	fmt.Println("to verify", *read.ID, *read.VerificationStatus)

	// 4. List, newest first, and delete. Get needs a Next before it, and a type.
	tokens, err := customer.FetchTokens()
	check(err)
	if tokens.Next() {
		newest := tokens.Get().(*processout.Token)
		check(newest.Delete())
		fmt.Println("deleted", *newest.ID)
	}
	check(tokens.Error())

	_, err = client.NewCustomer().Find("bad")
	fmt.Println(err) // resource.customer.not-found
}

// newCard gives a fresh card id, as a browser would send it. Only the sandbox has this.
func newCard(api string) string {
	answer, err := http.Post(api+"/_sandbox/cards", "application/json", strings.NewReader(`{"scenario":"visa"}`))
	check(err)
	defer answer.Body.Close()
	var made struct {
		Card struct{ ID string }
	}
	check(json.NewDecoder(answer.Body).Decode(&made))
	return made.Card.ID
}

func env(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
