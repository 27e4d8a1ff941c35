ALTER TABLE "CartLine" ADD CONSTRAINT "CartLine_quantity_in_range" CHECK ("quantity" BETWEEN 1 AND 24);
