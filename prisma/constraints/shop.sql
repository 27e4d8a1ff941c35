ALTER TABLE "CartLine" ADD CONSTRAINT "CartLine_quantity_is_sane" CHECK ("quantity" BETWEEN 1 AND 24);
