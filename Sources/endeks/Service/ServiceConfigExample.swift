/// The config that `endeks config example` prints: it is what the service uses where a key is left out, but for the
/// numbers and names of one's own.
enum ServiceConfigExample {
    static let text = """
        # The config of 'endeks serve --data FOLDER --config FILE'. Every key may be left out.
        # Check it with 'endeks config check --config FILE'. Secrets never stand here, they come from the environment:
        #   ENDEKS_WHATSAPP_APP_SECRET     signs the webhooks; two, with a comma between, while it is changed
        #   ENDEKS_WHATSAPP_VERIFY_TOKEN   your own word, typed into Meta's dashboard beside the webhook's address
        #   ENDEKS_WHATSAPP_TOKEN          the system user's token, with which photos are fetched and replies sent

        listen: 127.0.0.1:8080           # /webhook, /healthz, /readyz; put a proxy with TLS in front
        staff: 127.0.0.1:8081            # /review, /metrics; this machine only, because there is no sign-in yet
        workers: 2                       # photos read side by side; as many as the machine has processors

        # Who issues the invoices. Left out: an invented company, and its invoices say that nobody is to pay them.
        issuer:
          name: Örnek Gaz Dağıtım A.Ş.
          vkn: "4540536920"
          address: Örnek Mah. Gaz Cad. No 1, 06000 Çankaya/Ankara
          iban: TR33 0006 1005 1978 6457 8413 26   # optional; several as [TR…, TR…]
          tax-office: Örnek V.D.                   # optional
          call-centre: 0850 000 00 00              # optional
          emergency-phone: "187"                   # optional
          invoice-prefix: OGZ                      # three characters that invoice numbers begin with; optional

        whatsapp:
          graph: https://graph.facebook.com        # plain http only on this machine, for tests
          version: v26.0
          phone-number-id: "106540352242922"       # of the number that customers write to; replies wait without it
          template: fatura_hazir                   # the approved template for answers after 24 hours; optional
          grace-seconds: 60                        # how long a message that a crash cut off waits for news of itself

        """
}
